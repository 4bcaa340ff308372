"""The view: a migration creates it, and drops it on the way back."""

from django.db import migrations, models

from django_shop.sales_by_region import create, drop


class Migration(migrations.Migration):
    dependencies = [("shop", "0001_sale")]
    operations = [
        migrations.RunPython(create, drop),
        # What Django shall know of it: nothing is done in the database.
        migrations.CreateModel("RegionSales", [
            ("region", models.CharField(max_length=20, primary_key=True)),
            ("sales", models.IntegerField()),
            ("amount", models.IntegerField()),
        ], options={"managed": False, "db_table": "sales_by_region"}),
    ]
