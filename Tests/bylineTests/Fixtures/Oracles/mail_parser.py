"""Holds byline against the expected outputs of Stalwart's mail-parser: mail_parser.py RESOURCES.

RESOURCES holds its tables of header fields and its mails with what it makes of each.
"""

import glob
import json
import os
import sys

import oracle

# What mail-parser says and byline does not follow, and why.
COMMENT = "the name is the display-name alone; a comment counts where there is none (RFC 8621 §4.1.2.3)"
SPACE = "unfolding leaves the white space of the fold (RFC 5322 §2.2.3)"
MAILTO = "the row is of a List- field; in an address field mailto: is no part of the address"
ADJACENT = "an encoded-word in the middle of a word adds no space"
NO_PLAIN = "the part after an unreadable multipart is its text, not a file"
NESTED = "a boundary of the outer multipart ends the inner one (RFC 2046 §5.1.2)"
ACCEPTED = {
    ("address 8", "address"): COMMENT, ("address 10", "address"): COMMENT,
    ("address 22", "address"): COMMENT, ("address 56", "address"): COMMENT,
    ("address 9", "address"): "a quoted line end does not quote the ) of the next line",
    ("address 13", "address"): "a route is no part of the addr-spec (RFC 5322 §4.4)",
    ("address 14", "address"): "comments and spaces are no part of an addr-spec",
    ("address 33", "address"): "a name has no space at its ends (RFC 8621 §4.1.2.3)",
    ("date 12", "date"): "no time, and so no zone, is in a row of numbers",
    ("date 28", "date"): "the row is of a Received field",
    ("date 14", "date"): "a comment that is not closed hides the time, not the day",
    ("content_type 34", "content_type"): "space between encoded-words is no text (RFC 2047 §6.2)",
    ("content_type 43", "content_type"): "the name counts, whatever the type",
    ("id 6", "id"): "spaces and comments are no part of an id (RFC 5322 §4.5.4)",
    ("id 10", "id"): "a word without @ in References is part of a phrase",
    ("unstructured 2", "unstructured"): SPACE, ("unstructured 3", "unstructured"): SPACE,
    ("unstructured 4", "unstructured"): SPACE, ("unstructured 19", "unstructured"): SPACE,
    ("unstructured 21", "unstructured"): ADJACENT, ("unstructured 22", "unstructured"): ADJACENT,
    ("unstructured 27", "unstructured"): ADJACENT, ("unstructured 28", "unstructured"): ADJACENT,
    ("malformed/001.eml", "text"): NO_PLAIN, ("malformed/001.eml", "attachments"): NO_PLAIN,
    ("malformed/002.eml", "text"): NO_PLAIN, ("malformed/002.eml", "attachments"): NO_PLAIN,
    ("malformed/003.eml", "text"): NO_PLAIN, ("malformed/003.eml", "attachments"): NO_PLAIN,
    ("malformed/004.eml", "text"): NO_PLAIN, ("malformed/004.eml", "attachments"): NO_PLAIN,
    ("malformed/006.eml", "text"): NO_PLAIN, ("malformed/006.eml", "attachments"): NO_PLAIN,
    ("malformed/007.eml", "attachments"): "a part without a byte is no file",
    ("malformed/008.eml", "text"): NESTED, ("malformed/008.eml", "attachments"): NESTED,
    ("malformed/009.eml", "text"): NESTED, ("malformed/009.eml", "attachments"): NESTED,
    ("malformed/011.eml", "text"): NESTED, ("malformed/011.eml", "attachments"): NESTED,
    ("malformed/012.eml", "attachments"): NESTED,
    ("malformed/016.eml", "text"): NESTED, ("malformed/016.eml", "attachments"): NESTED,
    ("malformed/019.eml", "date"): "of two Date fields the first counts",
    ("malformed/019.eml", "text"): "of two Content-Type fields the first counts",
    ("malformed/020.eml", "text"): "of two Content-Type fields the first counts",
    ("malformed/021.eml", "text"): "of two Content-Type fields the first counts",
    ("legacy/017.eml", "attachments"): "a uuencoded file counts the bytes of the file",
    ("legacy/048.eml", "attachments"): "a uuencoded file counts the bytes of the file",
    ("legacy/049.eml", "text"): "files uuencoded in the text are attachments",
    ("legacy/049.eml", "attachments"): "files uuencoded in the text are attachments",
    ("rfc/001.eml", "from"): "one word is a local user", ("rfc/001.eml", "to"): "one word is a local user",
    ("rfc/004.eml", "from"): "one word is a local user", ("rfc/004.eml", "to"): "one word is a local user",
    ("thirdparty/000.eml", "text"): "NUL is no text",
    ("thirdparty/002.eml", "text"): "bytes of no base64 are decoded as far as they go",
    ("thirdparty/002.eml", "attachments"): "a text part that cannot be decoded is still the text",
    ("thirdparty/005.eml", "text"): "a boundary begins a line",
    ("thirdparty/015.eml", "attachments"): "each message/rfc822 part is listed, not only the first",
}
for row in (76, 77, 78):
    ACCEPTED[f"content_type {row}", "content_type"] = "a type is two words, a third is none of it"
for row in (38, 39, 40, 41, 43, 44, 45, 46, 47):
    ACCEPTED[f"address {row}", "address"] = MAILTO


def mailboxes(value):
    """An address of the tables as pairs, a group's members in its place."""
    if value in (None, "Empty"):
        return []
    boxes = value.get("List") or [box for group in value["Group"] for box in group["addresses"]]
    return [(box["name"] or "", box["address"] or "") for box in boxes]


def date(value):
    if value is None:
        return None
    return "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{0}{tz_hour:02}:{tz_minute:02}" \
        .format("-" if value["tz_before_gmt"] else "+", **value)


def media_type(value):
    """A Content-Type of the tables as the attachment it makes of a body."""
    if not value or not value.get("c_subtype"):
        # No type is plain text (RFC 2045 §5.2).
        return [("text/plain", None)]
    if value["c_type"] == "multipart":
        return []
    name = parameter([{"ContentType": value}], "name")
    return [(f"{value['c_type']}/{value['c_subtype']}".lower(), name and name.strip() or None)]


def tables(check, resources):
    readers = [("address", "From", mailboxes, lambda mail: oracle.mailboxes(mail, "from")),
               ("id", "References", lambda ids: ids or [], lambda mail: mail["references"]),
               ("unstructured", "Subject", lambda text: text, lambda mail: mail["subject"]),
               ("date", "Date", date, lambda mail: mail["sentAt"]),
               ("content_type", "Content-Disposition: attachment\nContent-Type", media_type,
                lambda mail: [(part["type"], part["name"]) for part in mail["attachments"]])]
    for name, field, expected, read in readers:
        with open(f"{resources}/{name}.json", encoding="utf-8") as file:
            rows = json.load(file)
        found = oracle.fields(field, [row["header"] for row in rows])
        for number, (row, mail) in enumerate(zip(rows, found)):
            check.check(f"{name} {number}", name, expected(row["expected"]), mail and read(mail))


def fields(part):
    found = {}
    for field in part["headers"]:
        value = field["value"]
        found.setdefault(str(field["name"]), []).append(value if isinstance(value, dict) else {})
    return found


def parameter(values, name):
    for value in values or []:
        for pair in value.get("ContentType", {}).get("attributes") or []:
            # The mails have objects, the table pairs.
            key, own = pair if isinstance(pair, list) else (pair["name"], pair["value"])
            if key == name:
                return own
    return None


def attachment(part):
    """Name, type and size of an attachment; None for what is not told."""
    own = fields(part)
    name = parameter(own.get("content_disposition"), "filename") \
        or parameter(own.get("content_type"), "name")
    declared = own.get("content_type", [{}])[0].get("ContentType")
    kind = declared and f"{declared['c_type']}/{declared['c_subtype'] or ''}".lower()
    body = part["body"]
    held = next(iter(body)) if isinstance(body, dict) else body
    return name, kind, len(body[held]) if held in ("Binary", "InlineBinary") else None


def mail(check, case, want, have):
    own = fields(want["parts"][0])
    for field in ("from", "to", "cc"):
        check.check(case, field, [box for value in own.get(field, []) for box in
                                  mailboxes(value.get("Address"))], oracle.mailboxes(have, field))
    if "subject" in own:
        check.check(case, "subject", own["subject"][0].get("Text", ""), have["subject"])
    if "date" in own:
        check.check(case, "date", date(own["date"][-1].get("DateTime")), have["sentAt"])
    for name, field in (("message_id", "messageId"), ("references", "references"),
                        ("in_reply_to", "inReplyTo")):
        ids = []
        for value in own.get(name, []):
            ids += [value["Text"]] if "Text" in value else value.get("TextList", [])
        check.check(case, field, ids, have[field])
    bodies = [want["parts"][number]["body"] for number in want["text_body"]]
    if not any("Html" in body for body in bodies):
        text = "\n".join(body.get("Text", "") for body in bodies)
        check.check(case, "text", oracle.words(text), oracle.words(have["text"]))
    wants = [attachment(want["parts"][number]) for number in want["attachments"]]
    haves = [(part["name"], part["type"], part["size"]) for part in have["attachments"]]
    if len(wants) == len(haves):
        # What mail-parser does not tell is taken from byline.
        wants = [tuple(side if side is not None else ours for side, ours in zip(one, two))
                 for one, two in zip(wants, haves)]
    check.check(case, "attachments", wants, haves)


def is_undecoded(value):
    """Whether mail-parser could not decode a part of what is wanted."""
    return "\ufffd" in json.dumps(value, ensure_ascii=False)


class Forgiving(oracle.Comparison):
    """Leaves out what mail-parser gives as U+FFFD: undeclared bytes, whose set byline guesses."""

    def check(self, case, field, want, have):
        if (case, field) in self.accepted or not is_undecoded(want) or not have:
            super().check(case, field, want, have)


def main():
    resources = sys.argv[1]
    check = Forgiving("mail-parser", ACCEPTED)
    tables(check, resources)
    paths = sorted(glob.glob(f"{resources}/eml/**/*.eml", recursive=True))
    found = oracle.lines(paths)
    for path in paths:
        case = os.path.relpath(path, f"{resources}/eml")
        check.check(case, "messages", 1, len(found[path]))
        if found[path]:
            with open(path[:-4] + ".json", encoding="utf-8") as file:
                mail(check, case, json.load(file), found[path][0])
    check.finish()


main()
