"""A Django app with a view of vieworm: in SQLite each new connection loads the module."""

import os

from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.dispatch import receiver


class ShopConfig(AppConfig):
    name = "django_shop"
    label = "shop"
    default_auto_field = "django.db.models.AutoField"


@receiver(connection_created)
def load_vieworm(connection, **_):
    if connection.vendor == "sqlite":
        connection.connection.enable_load_extension(True)
        connection.connection.load_extension(os.environ.get("VIEWORM_SO", "build/vieworm"))
        connection.connection.enable_load_extension(False)
