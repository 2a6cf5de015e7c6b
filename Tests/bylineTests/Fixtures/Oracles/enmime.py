"""Holds byline against what enmime, a MIME reader and writer in Go, expects of its test data:
enmime.py TESTDATA.

EXPECTED is what enmime's tests say of each mail: the subject, words of the text, the names of the files.
All mails, and the .golden ones that enmime wrote itself, are held against Python's email package as well.
"""

import glob
import os
import sys

import oracle
import python_email

FILE = "Invoice_302232133150612.pdf"
EXPECTED = {
    "mail/attachment": {"text": "A text section", "files": ["test.html"]},
    "mail/attachment-application": {"files": ["some.doc"]},
    "mail/attachment-octet": {"text": "A text section", "files": ["ATTACHMENT.EXE"], "sizes": [61]},
    "mail/attachment-only": {"files": ["favicon.jpg"]},
    "mail/attachment-only-inline": {"files": ["favicon.jpg"]},
    "mail/attachment-only-inline-quoted-printable": {
        "subject": "Text body only with disposition inline", "text": "Just some html content", "files": []},
    "mail/ctype-bug": {"subject": "Welcome to Papertrail", "files": []},
    "mail/html-mime-bad-charset-inline": {"text": "Test of text section"},
    "mail/html-mime-bad-unknown-charset-inline": {"text": "Test of text section"},
    "mail/html-mime-inline": {"text": "Test of text section", "files": ["favicon.png"]},
    "mail/html-only-inline": {"text": "Test of HTML section", "files": ["favicon.png"]},
    "mail/inlinemultipart": {"text": "Simple text.", "files": ["test.pdf", "test.txt"]},
    "mail/malformed-multiple-address-header-values": {
        "from": ["bob@extern", "bobby@extern"], "files": ["test.pdf", "test.txt"]},
    "mail/mime-alternative": {"whole text": "Section one"},
    "mail/mime-bad-8bit-filename": {"whole text": "Text part", "files": ["管理.doc"]},
    "mail/mime-bad-content-transfer-encoding": {"defect": "malformedBase64"},
    "mail/mime-bad-content-type": {"files": [FILE]},
    "mail/mime-blank-media-name": {"files": [FILE]},
    "mail/mime-duplicate-param": {"files": [FILE]},
    "mail/mime-mixed": {"whole text": "Section one Section two", "files": []},
    "mail/mime-signed": {"whole text": "Section one Section two"},
    "mail/mime-unquoted-tspecials-param": {"files": ["Invoice_(302232133150612).pdf"]},
    "mail/non-mime": {"text": "This is a test mailing", "files": []},
    "mail/non-mime-html": {"text": "This is a test mailing", "files": []},
    "mail/non-mime-html-charset-header-only": {"text": "Müller"},
    "mail/non-mime-missing-charset": {"text": "€"},
    "mail/other-multi-related": {"text": "Plain text.", "files": ["image001.png", "image002.png"]},
    "mail/other-parts": {"text": "A text section", "files": ["B05.gif"], "sizes": [123]},
    "mail/qp-ascii-header": {"subject": "Test QP Subject!"},
    "mail/qp-utf8-header": {"subject": "MIME UTF8 Test ¢ More Text", "to names": ["Mirosław Marczak"]},
    "mail/quoted-printable": {"text": "Phasellus sit amet arcu"},
    "mail/quoted-printable-mime": {"text": "Nullam venenatis ante"},
    "low-quality/bad-header-start": {"subject": "plain text", "text": "A text section"},
    "low-quality/incorrect-charset": {"text": "∮ E⋅da = Q"},
    "low-quality/unk-charset-html-only": {"text": "Hello World!"},
    "parts/badboundary": {"text": "A text section"},
    "parts/bin-attach": {"text": "A text section", "files": ["test.bin"]},
    "parts/chardet-success-big-5": {"text": "顏是家訓"},
    "parts/chardet-success-iso-8859-1": {"text": "Drachenköpfe"},
    "parts/missing-ctype": {"text": "A text section"},
    "parts/multialtern": {"whole text": "A text section"},
    "parts/multibase64": {"text": "A text section", "files": ["test.html"]},
    "parts/multimixed": {"whole text": "Section one Section two"},
    "parts/multiother": {"whole text": "Section one Section two"},
    "parts/nestedmulti": {"whole text": "A text section", "files": ["attach.txt", "attach2.txt"]},
    "parts/quoted-printable": {"whole text": "Start=ABC=Finish"},
    "parts/quoted-printable-invalid": {"text": "Stuffs’s Weekly Summary"},
    "parts/similar-boundary": {"text": "Section one A text section"},
    "parts/textplain": {"text": "Test of text/plain section"},
}

HEADLESS = "a text without a header field is no mail"
PYTHON = "Python leaves words in a quoted parameter undecoded, enmime wrote them"
ACCEPTED = {
    ("encode/part-content-only", "messages"): HEADLESS,
    ("encode/part-content-only-qp", "messages"): HEADLESS,
    ("encode/part-empty", "messages"): HEADLESS,
    ("mail/erroneous", "messages"): HEADLESS,
    ("encode/part-quoted-headers", "python files"): PYTHON,
    ("encode/part-quoted-printable-headers", "python files"): PYTHON,
    ("low-quality/bad-header-start", "python from"):
        "a first field that slipped to the right is one; Python sees a line that is none",
    ("low-quality/bad-header-wrap", "python files"): "Python stops at the line that lost its fold",
    ("mail/attachment-octet", "python files"): "a parameter called file names one; Python knows name alone",
    ("mail/mime-alternative", "whole text"): "two plain texts of an alternative are both shown (RFC 8621 §4.1.4)",
    ("mail/mime-bad-8bit-filename", "python files"): "Python does not decode a name of bare UTF-8",
    ("mail/mime-bad-content-transfer-encoding", "python text"):
        "the text said to be base64 is plain and shown as it is; Python also drops its first line ends",
    ("mail/non-mime-missing-charset", "text"): "U+0080 stands in the bytes, in UTF-8; enmime shows €",
    ("parts/chardet-fail", "python files"): "the first plain text is the text, though it has a name",
}


def holds(name, want, found):
    """What byline has where enmime expects `want` of field `name`: `want` itself if that is met."""
    files = [part["name"] for part in found["attachments"] if part["name"]]
    text = oracle.words(found["text"])
    if name == "text":
        return want if oracle.words(want) in text else text
    return {
        "whole text": text, "files": files, "subject": found["subject"],
        "sizes": [part["size"] for part in found["attachments"]],
        "from": [email for _, email in oracle.mailboxes(found, "from")],
        "to names": [name for name, _ in oracle.mailboxes(found, "to")],
        "defect": want if want in [defect["kind"] for defect in found["defects"]] else None,
    }[name]


def main():
    folder = sys.argv[1]
    expected = oracle.Comparison("enmime", ACCEPTED)
    paths = sorted(glob.glob(f"{folder}/*/*.raw") + glob.glob(f"{folder}/encode/*.golden"))
    lines = oracle.lines(paths)
    for path in paths:
        case = os.path.splitext(os.path.relpath(path, folder))[0]
        found = (lines[path] + [None])[0]
        for name, want in EXPECTED.get(case, {}).items():
            expected.check(case, name, want, found and holds(name, want, found))
        if not found:
            expected.check(case, "messages", 1, 0)
            continue
        with open(path, "rb") as file:
            python = python_email.read(file.read())
        for name in ("from", "to"):
            expected.check(case, f"python {name}", python[name],
                           [email for _, email in oracle.mailboxes(found, name)])
        if python["subject"] is not None:
            expected.check(case, "python subject", python["subject"], oracle.words(found["subject"]))
        names = [leaf["name"] for leaf in python["leaves"] if leaf["name"]]
        expected.check(case, "python files", names,
                       [part["name"] for part in found["attachments"] if part["name"]])
        plain = [leaf["text"] for leaf in python["leaves"] if leaf["type"] == "text/plain"
                 and leaf["disposition"] != "attachment" and not leaf["name"]]
        if plain and None not in plain:
            expected.check(case, "python text", oracle.words("\n".join(plain)),
                           oracle.words(found["text"]))
    expected.finish()


main()
