#!/bin/sh
# The clients in Python, with Debian's drivers.
. examples/clients/lib.sh

python() {
  script=$1
  shift
  PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 $clients/python_$script.py "$@"
}

client sqlite3_in_python python sqlite3 "$work/python.db"
for driver in psycopg psycopg2 asyncpg; do client $driver python $driver; done
client sqlalchemy_sqlite python sqlalchemy "sqlite:///$work/sqlalchemy.db"
client sqlalchemy_postgresql python sqlalchemy postgresql+psycopg2://
client django_sqlite python django sqlite "$work/django.db"
client django_postgresql python django postgresql
finish
