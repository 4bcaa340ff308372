from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    operations = [
        migrations.CreateModel("Sale", [
            ("id", models.AutoField(primary_key=True)),
            ("region", models.CharField(max_length=20, null=True)),
            ("amount", models.IntegerField()),
        ]),
    ]
