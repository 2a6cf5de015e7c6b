"""Holds byline against the expected outputs of Apache mime4j: mime4j.py RESOURCES.

Beside each mail of RESOURCES lie its part structure as XML and each part's decoded body as a file.
"""

import glob
import os
import re
import sys
import xml.etree.ElementTree as ElementTree

import oracle

UUENCODED = "files uuencoded in the text are attachments"
DIGEST = "a part of a digest that declares nothing is a mail (RFC 2046 §5.1.5)"
BOUNDARY = "the spaces at a boundary's end do not count (RFC 2046 §5.1.1)"
HEADLESS = "a text without a header field is no mail"
ACCEPTED = {
    ("badbound", "text"): "a multipart whose boundary is broken by a line end is shown as it is",
    ("missing-boundary", "text"): "a multipart without a boundary is shown as it is",
    ("missing-inner-boundary", "text"): "a multipart without a boundary is shown as it is",
    ("hdr-fakeout", "text"): "a line of spaces that no folded line follows ends the header",
    ("basic-plain-with-bad-header-separator", "text"):
        "a line of spaces that no folded line follows ends the header",
    ("malformedHeader-nocrlfcrlf", "text"): "a line that is no field ends the header, but before a known field",
    ("malformedHeaderStartsBody-nocrlfcrlf", "text"): "the body begins with the line that is no field, whole",
    ("malformedHeader-noheader", "messages"): HEADLESS,
    ("malformedHeaderStartsBody-noheader", "messages"): HEADLESS,
    ("multi-digest", "parts"): DIGEST, ("multipartdigestnestedemptyparts", "parts"): DIGEST,
    ("multi-frag", "parts"): "the words after base64 are decoded as far as they go",
    ("sig-uu", "parts"): UUENCODED, ("sig-uu", "text"): UUENCODED,
    ("uu-junk", "parts"): UUENCODED, ("uu-junk", "text"): UUENCODED,
    ("uu-zeegee", "parts"): UUENCODED, ("uu-zeegee", "text"): UUENCODED,
    ("very-long-boundary", "text"): BOUNDARY, ("very-very-long-boundary", "text"): BOUNDARY,
    ("weird-boundary", "text"): BOUNDARY,
}


def header(entity):
    """The fields of an entity, by lower-cased name, unfolded."""
    fields = {}
    for field in entity.find("header").findall("field"):
        name, _, value = re.sub(r"\r?\n", "", field.text.strip("\n")).partition(":")
        fields.setdefault(name.strip().lower(), value.strip())
    return fields


def leaves(entity, folder):
    """The leaves as (fields, decoded bytes), a nested mail without bytes."""
    for child in entity:
        if child.tag == "multipart":
            for part in child.findall("body-part"):
                yield from leaves(part, folder)
        elif child.tag == "message":
            yield header(entity), None
        elif child.tag in ("text-body", "binary-body"):
            with open(f"{folder}/{child.get('name')}", "rb") as file:
                yield header(entity), file.read()


def expected(path):
    """The text (None where it is of HTML) and the (type, size) of each part beside it."""
    texts, parts, is_plain = [], [], True
    for fields, body in leaves(ElementTree.parse(path).getroot(), os.path.dirname(path)):
        kind = fields.get("content-type", "").lower()
        disposition = fields.get("content-disposition", "").lower()
        is_named = "name=" in kind or "filename" in disposition
        kind = kind.split(";")[0].strip()
        if kind in ("", "text", "text/plain") and body is not None \
                and not disposition.startswith("attachment") and (not is_named or not texts):
            texts.append(body)
        elif kind == "text/html" and not is_named:
            is_plain = False
        else:
            parts.append((kind or "text/plain", body and len(body)))
    return b"\n".join(texts) if is_plain else None, parts


def letters(text):
    """What every charset writes alike: mime4j's bodies are in the sets they came in."""
    return re.sub(r"[^\x21-\x7e]", "", text)


def main():
    check = oracle.Comparison("mime4j", ACCEPTED)
    paths = sorted(glob.glob(f"{sys.argv[1]}/*/*.msg"))
    found = oracle.lines(paths)
    for path in paths:
        case = os.path.basename(path)[:-4]
        structure = f"{path[:-4]}_decoded.xml"
        if not os.path.exists(structure):
            continue
        check.check(case, "messages", 1, len(found[path]))
        if not found[path]:
            continue
        have = found[path][0]
        text, parts = expected(structure)
        sizes = [part["size"] for part in have["attachments"]]
        if len(sizes) == len(parts):
            parts = [(kind, ours if size is None else size)
                     for (kind, size), ours in zip(parts, sizes)]
        check.check(case, "parts", parts,
                    [(part["type"], part["size"]) for part in have["attachments"]])
        if text is not None:
            check.check(case, "text", letters(text.decode("latin-1")), letters(have["text"]))
    check.finish()


main()
