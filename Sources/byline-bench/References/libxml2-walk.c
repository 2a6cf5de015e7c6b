// Reads HTML pages with libxml2's tree parser and walks every tree: what a reader of pages in C does at
// least. Takes a file that names one page a line. Prints their count and the bytes of text it met.
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static long pages, text_bytes;

static void walk(const xmlNode *node) {
  for (; node; node = node->next) {
    if (node->type == XML_TEXT_NODE && node->content) text_bytes += strlen((const char *)node->content);
    walk(node->children);
  }
}

static void read_page(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) exit(1);
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *bytes = malloc(size + 1);
  size = fread(bytes, 1, size, file);
  fclose(file);
  htmlDocPtr page = htmlReadMemory(bytes, size, path, NULL,
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  if (page) {
    walk(xmlDocGetRootElement(page));
    xmlFreeDoc(page);
    pages++;
  }
  free(bytes);
}

int main(int count, char **arguments) {
  if (count != 2) return 64;
  xmlInitParser();
  FILE *list = fopen(arguments[1], "r");
  if (!list) return 66;
  char path[8192];
  while (fgets(path, sizeof path, list)) {
    path[strcspn(path, "\n")] = 0;
    if (*path) read_page(path);
  }
  printf("%ld pages, %ld bytes of text\n", pages, text_bytes);
  return 0;
}
