"""Organisations: what one entry such as ``owner/*`` stands for, asked of its host and remembered.

The only user of httpx in this stage. :mod:`expansion` is what others call; what is remembered needs no network and
does not import httpx.
"""
