"""Organisations: what one entry such as ``owner/*`` stands for, asked of its host and remembered.

:mod:`known` and :mod:`expansion` are what others call; what is remembered needs no network and does not import httpx.
"""
