"""Holds byline against Python's email package and GMime: archive.py GMIME-FIELDS MBOX [EVERY].

GMIME-FIELDS is gmime-fields.c, compiled. Every EVERY-th entry of the mboxrd is compared. A field counts
as agreed where byline says what at least one of the two says.
"""

import collections
import datetime
import json
import re
import subprocess
import sys

import oracle
import python_email

UUENCODED = re.compile(r"^begin [0-7]{3,4} [^\n]*\n.*?^end$", re.M | re.S)


def shown(leaf, is_first):
    """Whether a leaf is of the text that byline gives: RFC 8621's body, without files."""
    if leaf["type"] != "text/plain" or leaf["disposition"] == "attachment":
        return False
    return not leaf["name"] or is_first


def body(leaves):
    """The text shown, or None where it is not for an oracle to say, and the types of what is not."""
    texts, others, has_opinion = [], [], True
    for leaf in leaves:
        if shown(leaf, not texts):
            texts.append(leaf["text"])
            has_opinion = has_opinion and leaf["text"] is not None
        elif leaf["type"] == "text/html" and not leaf["name"] \
                and leaf["disposition"] != "attachment":
            # Beside a plain text it is left out; alone it is turned to text in byline's own way.
            has_opinion = has_opinion and bool(texts)
        else:
            others.append(leaf["type"])
    if not has_opinion:
        return None, others
    text = re.sub(r"^>(>*From )", r"\1", "\n".join(texts), flags=re.M)
    return oracle.words(UUENCODED.sub("", text)), others


def unflowed(text):
    return text and re.sub(r"[> ]+", "", text)


def gmime(line):
    """GMime's line in the fields that are compared."""
    found = json.loads(line)
    for field in ("from", "to", "cc"):
        pairs = [pair for pair in found[field] if pair[1]]
        found[field + " names"] = [oracle.words(name) for name, _ in pairs]
        found[field] = [address for _, address in pairs]
    found["subject"] = oracle.words(found["subject"])
    found.setdefault("date", None)
    for leaf in found["leaves"]:
        leaf["type"] = leaf["type"].lower()
    return found


def ours(message):
    """Byline's line in the fields that are compared."""
    sent = message["sentAt"]
    found = {"subject": oracle.words(message["subject"]),
             "date": sent and int(datetime.datetime.fromisoformat(sent).timestamp()),
             "text": oracle.words(message["text"]),
             "parts": [part["type"] for part in message["attachments"]]}
    for field in ("from", "to", "cc"):
        pairs = [pair for pair in oracle.mailboxes(message, field) if pair[1]]
        found[field + " names"] = [oracle.words(name) for name, _ in pairs]
        found[field] = [address for _, address in pairs]
    for field in ("messageId", "references", "inReplyTo"):
        found[field] = message[field]
    return found


FIELDS = ["from", "from names", "to", "to names", "cc", "cc names", "subject", "date", "messageId",
          "references", "inReplyTo", "text", "parts"]


def main():
    program, path = sys.argv[1:3]
    every = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    with open(path, "rb") as file:
        archive = file.read()
    found = oracle.lines([path])[path]
    run = subprocess.run([program, path], stdout=subprocess.PIPE, check=True)
    others = {}
    for line in run.stdout.splitlines():
        reading = gmime(line)
        others[reading["start"]] = reading
    starts = [match.start() for match in re.finditer(rb"^From ", archive, re.M)]
    if starts != [message["source"]["entry"][0] for message in found]:
        sys.exit("the entries do not begin at the From_ lines")
    ends = [message["source"]["entry"][1] for message in found]
    if any(archive[end:start].strip(b"\r\n") for end, start in zip(ends, starts[1:] + [len(archive)])):
        sys.exit("bytes between the entries are lost")
    counts = collections.Counter()
    for message in found[::every]:
        start, end = message["source"]["entry"]
        raw = archive[start:end]
        python = python_email.read(raw[raw.index(b"\n") + 1:])
        readings = [python] + ([others[start]] if start in others else [])
        for reading in readings:
            reading["text"], reading["parts"] = body(reading["leaves"])
        if python["text"] is None:
            # GMime leaves out what no declared charset explains.
            readings[-1]["text"] = None
        have = ours(message)
        for field in FIELDS:
            wants = [reading[field] for reading in readings]
            if field == "text" and python["flowed"]:
                # No oracle joins flowed lines: what they hold is compared without what joining takes.
                wants, have[field] = [unflowed(want) for want in wants], unflowed(have[field])
            if wants == [None] * len(wants) and have[field] is not None:
                continue
            counts[field] += 1
            agree = [want == have[field] for want in wants]
            counts[field, "python"] += agree[0]
            counts[field, "gmime"] += agree[-1]
            counts[field, "either"] += any(agree)
            if not any(agree):
                print(f"DIFFERS {field} at {start} {message['messageId']}")
                for name, value in (("python", wants[0]), ("gmime", wants[-1])):
                    print(f"   {name}", *oracle.difference(value, have[field]), sep="\n      ")
    bad = False
    for field in FIELDS:
        share = counts[field, "either"] / counts[field]
        bad = bad or share < 0.999
        print(f"{field}: {share:.3%} of {counts[field]}: "
              f"{counts[field, 'python']} as Python, {counts[field, 'gmime']} as GMime")
    sys.exit(1 if bad else 0)


main()
