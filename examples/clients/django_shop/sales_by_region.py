"""The view, for the migrations that create it, drop it, or step around it."""

import json

SPEC = {
    "name": "sales_by_region",
    "definition": "SELECT region, count(*) AS sales, sum(amount) AS amount"
                  " FROM shop_sale GROUP BY region",
    "refresh": {"on": "statement", "mode": "incremental"},
}


def create(apps, editor):
    with editor.connection.cursor() as cursor:
        if editor.connection.vendor == "postgresql":
            cursor.execute("CREATE EXTENSION IF NOT EXISTS vieworm")
        cursor.execute("SELECT vieworm_create(%s)", [json.dumps(SPEC)])


def drop(apps, editor):
    with editor.connection.cursor() as cursor:
        cursor.execute("SELECT vieworm_drop(%s)", [SPEC["name"]])
