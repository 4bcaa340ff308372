#!/bin/sh
cd "$(dirname "$0")" && exec /usr/bin/python3 ../testing.py test_app.py
