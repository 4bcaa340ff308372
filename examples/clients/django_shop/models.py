"""A table that Django manages, and the view: a model to read, which Django leaves to vieworm."""

from django.db import models


class Sale(models.Model):
    region = models.CharField(max_length=40, default="")
    amount = models.IntegerField()


class RegionSales(models.Model):
    region = models.CharField(max_length=20, primary_key=True)
    sales = models.IntegerField()
    amount = models.IntegerField()

    class Meta:
        managed = False
        db_table = "sales_by_region"
