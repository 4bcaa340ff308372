"""What vieworm makes of each case, compared with the files that say so.

  tests/golden/golden.sh            compares; prints a diff for every case that is not as its files say
  tests/golden/golden.sh --write    writes the files anew: read the diff of them before you commit it

A case is a folder: spec.json (the view, called "v"), tables.sql (what it reads; tables-sqlite.sql and
tables-postgresql.sql where the engines differ), and for each engine that has the case the file with
what it gets: sqlite.sql, postgresql.sql. Those have the statements that make stores, face and
triggers, and PostgreSQL's also the programs that its triggers run.
"""
import difflib
import json
import os
import pathlib
import sqlite3
import subprocess
import sys

CASES = pathlib.Path(__file__).parent
END_OF_ROW = "\x1e"


def tables_of(case, engine):
    for name in (f"tables-{engine}.sql", "tables.sql"):
        if (case / name).exists():
            return (case / name).read_text()
    return None


def answer(created):
    """What vieworm_create says, without what differs by chance."""
    return f"-- {json.dumps(created, sort_keys=True)}\n"


def of_sqlite(case):
    connection = sqlite3.connect(":memory:")
    connection.enable_load_extension(True)
    connection.load_extension(os.environ["VIEWORM_SO"])
    connection.executescript(tables_of(case, "sqlite"))
    spec = (case / "spec.json").read_text()
    (statements,) = connection.execute("SELECT vieworm_compile(?)", [spec]).fetchone()
    (created,) = connection.execute("SELECT vieworm_create(?)", [spec]).fetchone()
    return answer(json.loads(created)) + statements + "\n"


def psql(database, script):
    done = subprocess.run(
        [os.environ["PG_BINDIR"] + "/psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-d", database],
        input=script, text=True, capture_output=True)
    if done.returncode != 0:
        sys.exit(done.stderr)
    return [row.strip("\n") for row in done.stdout.split(END_OF_ROW)]


def program_text(value, indent=""):
    """JSON as a person reads it: SQL on lines of its own, and nothing that says nothing."""
    lines = []
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for name, item in items:
        label = f"{name}:" if isinstance(value, dict) else "-"
        if item in ([], {}, None, "", False):
            continue
        if isinstance(item, (dict, list)):
            lines += [f"{indent}{label}", program_text(item, indent + "  ")]
        elif "\n" in str(item):
            sql = str(item).replace("\n", "\n" + indent + "    ")
            lines += [f"{indent}{label}", f"{indent}    {sql}"]
        else:
            lines.append(f"{indent}{label} {item}")
    return "\n".join(lines)


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def of_postgresql(case):
    """In a schema of its own, whose name no file shows: it is first in the search_path."""
    spec = quoted((case / "spec.json").read_text())
    script = f"""SET client_min_messages = warning;
      DROP SCHEMA IF EXISTS golden CASCADE; CREATE SCHEMA golden; SET search_path = golden;
      {tables_of(case, "postgresql")}
      SELECT 'the tables are there' || E'\\x1e';
      SELECT statement || ';' || E'\\x1e' FROM public.vieworm_compile({spec}) ORDER BY step;
      SELECT public.vieworm_create({spec})::text || E'\\x1e';
      SELECT jsonb_build_array(p.source, p.event, p.program)::text || E'\\x1e' FROM vieworm.programs AS p
        JOIN vieworm.registry AS r USING (store)
        WHERE r.view = 'v'::regclass ORDER BY p.source::text COLLATE "C", p.event;
      SELECT 'dropped' FROM public.vieworm_drop('v');"""
    rows = psql("golden", script)[1:]
    statements = [row for row in rows if row.endswith(";")]
    found = [json.loads(row) for row in rows if row[:1] in "[{"]
    text = answer(found[0]) + "\n".join(statements) + "\n"
    for source, event, program in found[1:]:
        text += f"\n-- {event} on {source}\n{program_text(program)}\n"
    return text


# Expressions are written by the server: PostgreSQL 15 and 18 write them alike.
ENGINES = {"sqlite": of_sqlite, "postgresql": of_postgresql}


def main(arguments):
    write = "--write" in arguments
    chosen = [a for a in arguments if a != "--write"]
    cases = sorted(p.parent for p in CASES.glob("*/spec.json") if not chosen or p.parent.name in chosen)
    different = 0
    for case in cases:
        for engine, of_engine in ENGINES.items():
            if tables_of(case, engine) is None:
                continue
            file, now = case / f"{engine}.sql", of_engine(case)
            if write:
                file.write_text(now)
                continue
            before = file.read_text() if file.exists() else ""
            name = f"{engine}: what is made of {case.name} is as its golden file says"
            print(f"ok {name}" if before == now else f"not ok {name}")
            if before != now:
                different += 1
                sys.stdout.writelines(difflib.unified_diff(
                    before.splitlines(True), now.splitlines(True), str(file.relative_to(CASES)), "now"))
    return different != 0 or not cases


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
