"""vieworm through Django: python_django.py sqlite FILE, or python_django.py postgresql

The environment (PGHOST, PGDATABASE, ...) says which database of PostgreSQL. The app is in django_shop.
"""

import io
import json
import os
import re
import sys

import django
from django.conf import settings

DATABASES = {
    "sqlite": {"ENGINE": "django.db.backends.sqlite3", "NAME": sys.argv[-1]},
    "postgresql": {"ENGINE": "django.db.backends.postgresql",
                   "NAME": os.environ.get("PGDATABASE"), "HOST": os.environ.get("PGHOST")},
}
settings.configure(DATABASES={"default": DATABASES[sys.argv[1]]}, USE_TZ=True,
                   INSTALLED_APPS=["django_shop.apps.ShopConfig"])
django.setup()

from django.core.management import call_command  # noqa: E402: after django.setup()
from django.db import Error, connection, transaction  # noqa: E402
from django.db.models import Count, Sum  # noqa: E402
from django_shop.models import RegionSales, Sale  # noqa: E402


def check(name, good):
    print("ok" if good else "not ok", f"Django on {connection.vendor}:", name)


def call(function, *arguments):
    """A vieworm function: dicts go in as JSON text, and JSON text comes out parsed."""
    arguments = [json.dumps(a) if isinstance(a, dict) else a for a in arguments]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}({', '.join(['%s'] * len(arguments))})", arguments)
        answer, = cursor.fetchone()
        return json.loads(answer) if isinstance(answer, str) else answer


def view():
    return sorted(RegionSales.objects.values_list("region", "sales", "amount"))


def definition():
    return sorted(Sale.objects.values_list("region").annotate(Count("id"), Sum("amount")))


def error_of(*arguments):
    try:
        with transaction.atomic():  # so that the connection can be used after the error
            call(*arguments)
    except Error as error:
        return error


def inspected():
    models = io.StringIO()
    call_command("inspectdb", include_views=True, stdout=models,
                 table_name_filter=lambda name: not name.startswith(("_vieworm_", "vieworm_")))
    return models.getvalue()


call_command("migrate", "shop", "0002", verbosity=0)
check("a migration creates the view", "sales_by_region" in
      connection.introspection.table_names(include_views=True))
Sale.objects.bulk_create([Sale(region="north", amount=120), Sale(region="south", amount=80),
                          Sale(region="north", amount=40)])
check("the view has the rows of its definition", view() == definition())

call_command("migrate", "shop", verbosity=0)
check("the view is right after AlterField", view() == definition())
Sale.objects.create(region="east", amount=7)
check("the view is kept right after AlterField", view() == definition())

try:
    with transaction.atomic():
        Sale.objects.filter(region="north").update(region="west")
        check("the transaction sees its own change",
              RegionSales.objects.get(region="west").amount == 160)
        raise RuntimeError("changed my mind")
except RuntimeError:
    check("a rollback takes the view's change back", view() == definition() and
          not RegionSales.objects.filter(region="west").exists())

with transaction.atomic():
    Sale.objects.filter(amount__gt=100).delete()
check("after the commit the view is right", view() == definition())
check("the model filters and sorts", [row.region for row in RegionSales.objects.filter(
    amount__gte=40).order_by("-amount")] == ["south", "north"])

# A view on demand waits for its refresh.
call("vieworm_create", "big_sales", "SELECT id, amount FROM shop_sale WHERE amount >= 100",
     {"method": "table"})
Sale.objects.create(region="south", amount=500)
report = call("vieworm_refresh", "big_sales")
check("the refresh tells what it changed", (report["deleted"], report["inserted"]) == (0, 1))
verdict = call("vieworm_verify", "sales_by_region")
check("verify finds no difference", (verdict["missing"], verdict["extra"]) == (0, 0))
with connection.cursor() as cursor:
    cursor.execute("SELECT name, timing FROM vieworm_views ORDER BY name")
    check("vieworm_views lists both", [tuple(row) for row in cursor.fetchall()] ==
          [("big_sales", "demand"), ("sales_by_region", "statement")])

found = inspected()
check("inspectdb writes a model of the view, and none of what is internal",
      sorted(re.findall("db_table = '(.*)'", found)) ==
      ["big_sales", "django_migrations", "sales_by_region", "shop_sale"])

# Django's errors have the driver's own error as their cause.
error = error_of("vieworm_create", {"name": "v", "definition": "SELECT 1", "refesh": {}})
print("#", type(error).__name__, "caused by", type(error.__cause__).__name__, "|", error)
check("a wrong spec is an error with a hint", 'id you mean "refresh"?' in str(error))

call("vieworm_drop", "big_sales")
call_command("migrate", "shop", "0001", verbosity=0)
check("the migration back drops the view", "sales_by_region" not in
      connection.introspection.table_names(include_views=True))
