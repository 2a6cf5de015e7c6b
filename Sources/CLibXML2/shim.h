#include <libxml/xmlversion.h>
// libxml2's headers would bring in the system's ICU, whose types clash with those of the ICU inside
// Foundation as soon as one file sees both. Nothing here converts character sets through it.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
