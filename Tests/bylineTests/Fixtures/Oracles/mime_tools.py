"""Holds byline against the expected outputs of Perl's MIME-tools: mime_tools.py TESTMSGS.

Each .ref names a mail and, for each part, its type, its size and its file name.
"""

import glob
import os
import re
import sys

import oracle

ACCEPTED = {
    ("multi-2evil", "files"): "file names stand as they were written",
}

# MIME-tools was told not to look into the text.
UUENCODED = ("uu-junk-extracted", "uu-junk", "uu-zeegee")


def reference(path):
    """A .ref, which is Perl: the fields of each section."""
    sections, section = {}, None
    with open(path, encoding="latin-1") as file:
        for line in file:
            opened = re.match(r"\s*['\"]?(\w+)['\"]?\s*=>\s*\{", line)
            field = re.match(r"\s*['\"]?(\w+)['\"]?\s*=>\s*(?:(['\"])(.*)\2|([\d.]+)),?\s*$", line)
            if opened:
                section = sections.setdefault(opened[1], {})
            elif field and section is not None:
                text = re.sub(r"\\x\{(\w+)\}", lambda hit: chr(int(hit[1], 16)),
                              field[3] or field[4] or "")
                section[field[1]] = re.sub(r"\\(.)", r"\1", text)
    return sections


def main():
    folder = sys.argv[1]
    check = oracle.Comparison("mime-tools", ACCEPTED)
    for path in sorted(glob.glob(f"{folder}/*.ref")):
        case = os.path.basename(path)[:-4]
        want = reference(path)
        mail = f"{folder}/{os.path.basename(want['Parser']['Message'])}"
        found = oracle.lines([mail])[mail]
        check.check(case, "messages", 1, len(found))
        if not found:
            continue
        top = want.get("Msg", {})
        if "Subject" in top:
            check.check(case, "subject", oracle.words(top["Subject"]),
                        oracle.words(found[0]["subject"]))
        if case in UUENCODED:
            continue
        # What is inside a nested mail is not of this one.
        nested = [name for name, part in want.items() if part.get("Type", "").startswith("message/")]
        parts = [part for name, part in sorted(want.items()) if name.startswith("Part")
                 and not part.get("Type", "").startswith("multipart/")
                 and not any(name.startswith(parent + "_") for parent in nested)] or [top]
        files = [(part["Type"], part.get("Filename")) for part in parts if "Filename" in part]
        check.check(case, "files", files,
                    [(part["type"], part["name"]) for part in found[0]["attachments"] if part["name"]])
        named = [part for part in parts if "Filename" in part]
        sizes = [str(part["size"]) for part in found[0]["attachments"] if part["name"]]
        for part, size in zip(named, sizes):
            check.check(case, "sizes", part.get("Size", size), size)
    check.finish()


main()
