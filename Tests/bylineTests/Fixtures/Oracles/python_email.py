"""What Python's email package makes of one mail, in the fields that byline prints.

A field is None where Python has no opinion: text whose bytes no declared charset explains.
"""

import email
import email.errors
import email.header
import email.utils
import re

import oracle


def decoded(value):
    """An unstructured field as text; None where Python does not know its bytes or words."""
    value = re.sub(r"\r?\n", "", value)
    try:
        value.encode("ascii")
        return oracle.words(str(email.header.make_header(email.header.decode_header(value))))
    except (UnicodeError, LookupError, email.errors.HeaderParseError):
        return None


def instant(value):
    try:
        parts = email.utils.parsedate_tz(value)
        return email.utils.mktime_tz(parts) if parts else None
    except (ValueError, OverflowError, TypeError, IndexError):
        return None


def ids(message, field):
    values = " ".join(str(value) for value in message.get_all(field, []))
    return ["".join(found.split()) for found in re.findall(r"<([^<>]*)>", values) if found.strip()]


def leaf(part):
    """A part as the comparison knows it; its text None where no charset explains the bytes."""
    text = None
    if part.get_content_maintype() == "text":
        label = part.get_content_charset("us-ascii")
        try:
            # Browsers and mailers read the Latin-1 label as Windows-1252.
            text = (part.get_payload(decode=True) or b"").decode(
                {"iso-8859-1": "cp1252"}.get(label, label))
        except (UnicodeError, LookupError):
            pass
    return {"type": part.get_content_type(), "disposition": part.get_content_disposition() or "",
            "name": part.get_filename() or "", "text": text,
            "declared": "content-type" in part}


def leaves(message):
    found, stack = [], [message]
    while stack:
        part = stack.pop()
        if part.is_multipart() and part.get_content_maintype() == "multipart":
            stack.extend(reversed(part.get_payload()))
        else:
            found.append(leaf(part))
    return found


def read(raw):
    """The fields of the mail that `raw` is."""
    message = email.message_from_bytes(raw)
    result = {"leaves": leaves(message), "flowed": any(
        part.get_param("format", "").lower() == "flowed" for part in message.walk()), "subject": decoded(str(message.get("Subject", "")))}
    result["date"] = instant(str(message["Date"])) if "Date" in message else None
    for field in ("From", "To", "Cc"):
        values = [str(value).replace("\n", "") for value in message.get_all(field, [])]
        pairs = email.utils.getaddresses(values)
        names = [decoded(name) for name, address in pairs if address]
        result[field.lower()] = [address for _, address in pairs if address]
        result[field.lower() + " names"] = None if None in names else names
    for field, key in (("Message-ID", "messageId"), ("References", "references"),
                       ("In-Reply-To", "inReplyTo")):
        result[key] = ids(message, field)
    return result
