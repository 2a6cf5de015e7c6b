"""Holds byline's reading of an archiver's output against the mbox it was made of:

    archivers.py MBOX ARCHIVE [SPARED…]

Each page or entry of ARCHIVE is compared with the mail of MBOX that has its Message-ID. SPARED names
fields that this archiver does not write.
"""

import datetime
import re
import sys

import oracle


def letters(text):
    """A text without white space, and without what no archive keeps apart: `?` for lost characters."""
    return re.sub(r"\s+|[^\x21-\x7e]|\?", "", text)


def instant(message):
    return message["sentAt"] and datetime.datetime.fromisoformat(message["sentAt"]).timestamp()


def main():
    source, archive, *spared = sys.argv[1:]
    originals = {}
    for message in oracle.lines([source])[source]:
        for own in message["messageId"]:
            originals[own] = message
    check = oracle.Comparison(archive.rstrip("/").split("/")[-1], threshold=0.95)
    found = [message for messages in oracle.lines([archive]).values() for message in messages]
    for message in found:
        case = f"{message['source']['path']} {message['source']['entry'][0]}"
        kind = message["source"]["format"]
        identities = [own for own in message["messageId"] if own in originals]
        check.check(case, f"{kind} messageId", True, bool(identities))
        if not identities:
            continue
        want = originals[identities[0]]
        for field in ("from", "to", "cc"):
            if field in spared or not message[field] and field != "from":
                continue
            check.check(case, f"{kind} {field}",
                        [address.lower() for _, address in oracle.mailboxes(want, field)],
                        [address.lower() for _, address in oracle.mailboxes(message, field)])
        names = [[letters(name) for name, _ in oracle.mailboxes(each, "from")]
                 for each in (want, message)]
        check.check(case, f"{kind} author", *names)
        # Mailman takes the mark of an answer off.
        check.check(case, f"{kind} subject",
                    *[letters(re.sub(r"(?i)^(re:\s*)+", "", each["subject"])) for each in (want, message)])
        check.check(case, f"{kind} date", instant(want), instant(message))
        check.check(case, f"{kind} text", letters(want["text"]), letters(message["text"]))
        check.check(case, f"{kind} contentKey", want["contentKey"], message["contentKey"])
    check.finish()


main()
