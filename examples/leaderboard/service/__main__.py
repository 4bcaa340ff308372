"""python3 -m service: serves on 127.0.0.1, at the port that PORT names."""

import uvicorn

from .app import app
from .settings import settings

uvicorn.run(app, host="127.0.0.1", port=settings.port, log_config=None, access_log=False)
