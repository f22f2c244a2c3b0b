#!/usr/bin/env python3
"""Validates linking.jsonl and prints a summary: python3 check.py [FILE]"""
import collections
import datetime
import json
import pathlib
import re
import sys

TYPES = {
    "AGREE": "", "SUPPORT": "", "CONCEDE": "", "COOPERATE": "", "AID": "",
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack "
               "aerial drone heavy-weapons crowd-control unconventional",
}
STATUSES = {"actual", "future", "hypothetical", "negated", "historical"}
SECTORS = set("GOV MIL COP JUD LEG PTY OPP REB PRM SPY UAF AGR BUS CRM CVL EDU ELI JRN LAB MED REF PRE REL SOC UNK".split())
SIZES = {"killed", "injured", "detained", "participants", "displaced", "amount"}
CONTEXTS = set("""military intelligence executive legislative election political_institutions pro_democracy
pro_autocracy economic legal reparations human_rights rights_freedoms repression human_security gender lgbt
religion_ethnicity inequality diplomatic territory peacekeeping health asylum migration disasters natural_resource
environment technology terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking""".split())
FIELDS = set("""report occurrence document publisher published sentence type mode status cameo actors recipients date
date_end date_precision date_source place place_country place_precision sizes contexts confidence""".split())


def problems(row):
    if set(row) - {"historical"} != FIELDS:
        yield f"fields {sorted(set(row) ^ FIELDS)}"
        return
    if not re.fullmatch(r"r\d{4}-\d\d", row["report"]) or int(row["report"][1:5]) != row["occurrence"]:
        yield "report id"
    if not re.fullmatch(r"d\d{5}", row["document"]):
        yield "document id"
    if row["type"] not in TYPES:
        yield f"type {row['type']}"
    elif row["mode"] and row["mode"] not in TYPES[row["type"]].split():
        yield f"mode {row['type']}.{row['mode']}"
    if not re.fullmatch(r"\d{2,4}", row["cameo"]) or not 2 <= int(row["cameo"][:2]) <= 20:
        yield f"cameo {row['cameo']}"
    if row["status"] not in STATUSES or (row["status"] == "historical") != row.get("historical", False):
        yield "status"
    if not row["actors"] and not row["recipients"]:
        yield "no parties"
    for party in row["actors"] + row["recipients"]:
        if set(party) != {"text", "name", "country", "sectors"}:
            yield f"party {party}"
        if not re.fullmatch(r"[A-Z]{3}", party["country"]) or set(party["sectors"]) - SECTORS:
            yield f"codes {party}"
        if party["text"] not in row["sentence"]:
            yield f"{party['text']} is not in the sentence"
    if row["place"] and row["place"] not in row["sentence"]:
        yield f"{row['place']} is not in the sentence"
    if row["place_precision"] not in ("city", "province", "country", "") or bool(row["place"]) != bool(row["place_precision"]):
        yield "place precision"
    if row["place_country"] and not re.fullmatch(r"[A-Z]{3}", row["place_country"]):
        yield "place country"
    try:
        first, last, out = (datetime.date.fromisoformat(row[k]) for k in ("date", "date_end", "published"))
    except ValueError as error:
        yield str(error)
        return
    if not datetime.date(1995, 1, 1) <= first <= last <= datetime.date(2030, 1, 1):
        yield "dates"
    if first > out and row["status"] not in ("future", "hypothetical"):
        yield "dated after publication"
    days = (last - first).days
    if not {"day": days <= 3, "week": days == 6, "month": 27 <= days <= 30, "year": days >= 364}[row["date_precision"]]:
        yield "date precision"
    if row["date_source"] not in ("phrase", "dateline", "publication"):
        yield "date source"
    for size in row["sizes"]:
        if size["what"] not in SIZES or not size["value"] > 0:
            yield f"size {size}"
    if set(row["contexts"]) - CONTEXTS:
        yield f"contexts {row['contexts']}"
    if not 0.5 <= row["confidence"] <= 0.99:
        yield "confidence"
    if not 18 <= len(row["sentence"].split()) <= 46:
        yield f"{len(row['sentence'].split())} words"


def main():
    path = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).with_name("linking.jsonl")
    rows = [json.loads(line) for line in path.open(encoding="utf-8")]
    faults = [(row.get("report"), fault) for row in rows for fault in problems(row)]
    for key in ("report", "sentence"):
        faults += [(value, f"{key} twice") for value, n in collections.Counter(r[key] for r in rows).items() if n > 1]
    documents, occurrences = collections.defaultdict(list), collections.defaultdict(list)
    for row in rows:
        documents[row["document"]].append(row)
        occurrences[row["occurrence"]].append(row)
    for name, group in documents.items():
        if len({(r["publisher"], r["published"]) for r in group}) > 1:
            faults.append((name, "one document, two publishers or days"))
        if len({r["occurrence"] % 2 for r in group}) > 1:
            faults.append((name, "one document in both halves"))
    main_ones = sorted(n for n in occurrences if n < 1000)
    for n in main_ones:
        if not 2 <= len(occurrences[n]) <= 12:
            faults.append((n, f"{len(occurrences[n])} reports"))
        if n + 1000 not in occurrences:
            faults.append((n, "no look-alike"))
    faults += [(n, "look-alike of nothing") for n in occurrences if n >= 1000 and n % 1000 not in occurrences]
    if len(main_ones) < 150:
        faults.append((len(main_ones), "fewer than 150 occurrences"))
    for where, fault in faults:
        print(f"{where}: {fault}")

    for half, rest in (("odd (development)", 1), ("even (final)", 0)):
        part = [r for r in rows if r["occurrence"] % 2 == rest]
        ids = {r["occurrence"] for r in part}
        share = lambda test: f"{100 * sum(map(bool, map(test, part))) / len(part):.0f}%"
        print(f"{half}: {sum(i < 1000 for i in ids)} occurrences, {sum(i >= 1000 for i in ids)} look-alikes, "
              f"{len(part)} reports, {len({r['document'] for r in part})} documents; "
              f"no actor {share(lambda r: not r['actors'])}, no recipient {share(lambda r: not r['recipients'])}, "
              f"no place {share(lambda r: not r['place'])}, dated by phrase {share(lambda r: r['date_source'] == 'phrase')}, "
              f"coarser than a day {share(lambda r: r['date_precision'] != 'day')}, historical {share(lambda r: r.get('historical'))}")
    print("reports an occurrence:", dict(sorted(collections.Counter(len(g) for n, g in occurrences.items() if n < 1000).items())))
    print("reports a document:", dict(sorted(collections.Counter(map(len, documents.values())).items())))
    print("types:", dict(collections.Counter(r["type"] for r in rows).most_common()))
    print("total:", len(main_ones), "occurrences,", len(occurrences) - len(main_ones), "look-alikes,", len(rows), "reports,",
          len(documents), "documents,", len(faults), "faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
