"""AlterField under a view. In SQLite Django rebuilds the table, which takes triggers away; PostgreSQL
refuses another type for a column that a view reads. So the view steps aside, and is created anew."""

from django.db import migrations, models

from django_shop.sales_by_region import create, drop


class Migration(migrations.Migration):
    dependencies = [("shop", "0002_sales_by_region")]
    operations = [
        migrations.RunPython(drop, create),
        migrations.AlterField("Sale", "region", models.CharField(max_length=40, default="")),
        migrations.RunPython(create, drop),
    ]
