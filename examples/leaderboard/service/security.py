"""Who may write: whoever has the token."""

from __future__ import annotations

import secrets
from typing import Optional

from fastapi import Depends
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from .errors import ApiError
from .settings import settings

bearer = HTTPBearer(auto_error=False)


async def writer(given: Optional[HTTPAuthorizationCredentials] = Depends(bearer)) -> None:
    if not settings.writer_token:
        raise ApiError(403, "read_only", "this service has no WRITER_TOKEN: nobody may write")
    # Takes as long for a token that is nearly right as for any other.
    right = settings.writer_token.encode()
    if given is None or not secrets.compare_digest(given.credentials.encode(), right):
        raise ApiError(401, "unauthorized", "writing needs the writers' token",
                       headers={"WWW-Authenticate": "Bearer"})
