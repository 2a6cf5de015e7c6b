/* What GMime makes of an mbox, a line of JSON a message. */
#include <fcntl.h>
#include <gmime/gmime.h>
#include <stdio.h>
#include <string.h>

static void print_string(const char *text) {
  char *valid = text ? g_utf8_make_valid(text, -1) : NULL;
  putchar('"');
  for (const unsigned char *byte = (const unsigned char *)valid; byte && *byte; byte++) {
    if (*byte == '"' || *byte == '\\') printf("\\%c", *byte);
    else if (*byte < 0x20) printf("\\u%04x", *byte);
    else putchar(*byte);
  }
  putchar('"');
  g_free(valid);
}

static int print_mailboxes(InternetAddressList *list, int count) {
  for (int i = 0; list && i < internet_address_list_length(list); i++) {
    InternetAddress *address = internet_address_list_get_address(list, i);
    if (INTERNET_ADDRESS_IS_GROUP(address)) {
      count = print_mailboxes(internet_address_group_get_members((InternetAddressGroup *)address),
                              count);
      continue;
    }
    printf(count++ ? ",[" : "[");
    print_string(internet_address_get_name(address));
    putchar(',');
    print_string(internet_address_mailbox_get_addr((InternetAddressMailbox *)address));
    putchar(']');
  }
  return count;
}

static void print_addresses(const char *name, InternetAddressList *list) {
  printf(",\"%s\":[", name);
  print_mailboxes(list, 0);
  putchar(']');
}

static void print_ids(const char *name, const char *field) {
  printf(",\"%s\":[", name);
  GMimeReferences *ids = field ? g_mime_references_parse(NULL, field) : NULL;
  for (int i = 0; ids && i < g_mime_references_length(ids); i++) {
    if (i) putchar(',');
    print_string(g_mime_references_get_message_id(ids, i));
  }
  if (ids) g_mime_references_free(ids);
  putchar(']');
}

static void print_leaf(GMimeObject *part, int *count) {
  if (GMIME_IS_MULTIPART(part)) {
    for (int i = 0; i < g_mime_multipart_get_count((GMimeMultipart *)part); i++)
      print_leaf(g_mime_multipart_get_part((GMimeMultipart *)part, i), count);
    return;
  }
  printf((*count)++ ? ",{" : "{");
  GMimeContentType *type = g_mime_object_get_content_type(part);
  char *name = g_mime_content_type_get_mime_type(type);
  printf("\"type\":");
  print_string(name);
  g_free(name);
  const char *disposition = g_mime_object_get_disposition(part);
  printf(",\"disposition\":");
  print_string(disposition);
  printf(",\"name\":");
  print_string(GMIME_IS_PART(part) ? g_mime_part_get_filename((GMimePart *)part) : NULL);
  if (GMIME_IS_TEXT_PART(part)) {
    char *text = g_mime_text_part_get_text((GMimeTextPart *)part);
    printf(",\"text\":");
    print_string(text);
    g_free(text);
  }
  putchar('}');
}

static void print_message(GMimeMessage *message, gint64 start) {
  printf("{\"start\":%lld,\"subject\":", (long long)start);
  print_string(g_mime_message_get_subject(message));
  print_addresses("from", g_mime_message_get_from(message));
  print_addresses("to", g_mime_message_get_to(message));
  print_addresses("cc", g_mime_message_get_cc(message));
  GDateTime *date = g_mime_message_get_date(message);
  if (date) printf(",\"date\":%lld", (long long)g_date_time_to_unix(date));
  GMimeObject *object = GMIME_OBJECT(message);
  print_ids("messageId", g_mime_object_get_header(object, "Message-ID"));
  print_ids("references", g_mime_object_get_header(object, "References"));
  print_ids("inReplyTo", g_mime_object_get_header(object, "In-Reply-To"));
  printf(",\"leaves\":[");
  int count = 0;
  GMimeObject *body = g_mime_message_get_mime_part(message);
  if (body) print_leaf(body, &count);
  printf("]}\n");
}

int main(int count, char **arguments) {
  int file = count > 1 ? open(arguments[1], O_RDONLY) : -1;
  if (file < 0) return fprintf(stderr, "usage: gmime-fields MBOX\n"), 64;
  g_mime_init();
  GMimeStream *stream = g_mime_stream_fs_new(file);
  GMimeParser *parser = g_mime_parser_new_with_stream(stream);
  g_object_unref(stream);
  g_mime_parser_set_format(parser, GMIME_FORMAT_MBOX);
  while (!g_mime_parser_eos(parser)) {
    GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
    if (!message) break;
    print_message(message, g_mime_parser_get_mbox_marker_offset(parser));
    g_object_unref(message);
  }
  g_object_unref(parser);
  return 0;
}
