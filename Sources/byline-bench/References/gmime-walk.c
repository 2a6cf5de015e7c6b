/* Reads every message of mboxes with GMime: headers decoded, addresses, date, references, and the text
   parts as UTF-8. What byline-bench parse is held against. */
#include <fcntl.h>
#include <gmime/gmime.h>
#include <stdio.h>
#include <string.h>

static size_t messages, text_bytes, references, address_bytes, subject_bytes;
static long long dates;

static void read_addresses(InternetAddressList *list) {
  if (!list) return;
  for (int i = 0; i < internet_address_list_length(list); i++) {
    InternetAddress *address = internet_address_list_get_address(list, i);
    const char *name = internet_address_get_name(address);
    if (name) address_bytes += strlen(name);
    if (INTERNET_ADDRESS_IS_MAILBOX(address)) {
      const char *spec = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address));
      if (spec) address_bytes += strlen(spec);
    }
  }
}

static void read_references(const char *field) {
  if (!field) return;
  GMimeReferences *list = g_mime_references_parse(NULL, field);
  references += g_mime_references_length(list);
  g_mime_references_free(list);
}

static void read_part(GMimeObject *parent, GMimeObject *part, gpointer data) {
  (void)parent, (void)data;
  if (!GMIME_IS_TEXT_PART(part)) return;
  char *text = g_mime_text_part_get_text(GMIME_TEXT_PART(part));
  if (text) text_bytes += strlen(text);
  g_free(text);
}

static void read_message(GMimeMessage *message) {
  messages++;
  read_addresses(g_mime_message_get_from(message));
  read_addresses(g_mime_message_get_to(message));
  read_addresses(g_mime_message_get_cc(message));
  const char *subject = g_mime_message_get_subject(message);
  if (subject) subject_bytes += strlen(subject);
  GDateTime *date = g_mime_message_get_date(message);
  if (date) dates += g_date_time_to_unix(date);
  (void)g_mime_message_get_message_id(message);
  read_references(g_mime_object_get_header(GMIME_OBJECT(message), "References"));
  read_references(g_mime_object_get_header(GMIME_OBJECT(message), "In-Reply-To"));
  GMimeObject *body = g_mime_message_get_mime_part(message);
  if (GMIME_IS_MULTIPART(body))
    g_mime_multipart_foreach(GMIME_MULTIPART(body), read_part, NULL);
  else if (body)
    read_part(NULL, body, NULL);
}

int main(int count, char **arguments) {
  g_mime_init();
  for (int i = 1; i < count; i++) {
    int file = open(arguments[i], O_RDONLY);
    if (file < 0) return perror(arguments[i]), 1;
    GMimeStream *stream = g_mime_stream_fs_new(file);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    g_object_unref(stream);
    g_mime_parser_set_format(parser, GMIME_FORMAT_MBOX);
    while (!g_mime_parser_eos(parser)) {
      GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
      if (!message) break;
      read_message(message);
      g_object_unref(message);
    }
    g_object_unref(parser);
  }
  printf("%zu messages, %zu bytes of text, %zu references\n", messages, text_bytes, references);
  return 0;
}
