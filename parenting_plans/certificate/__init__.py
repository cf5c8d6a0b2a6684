"""A consent to travel as one signed line of text that anyone can check without a network. Pure.

A JWS in compact form (RFC 7515) with Ed25519 (RFC 8037, named as RFC 9864 asks); docs/decisions/0030.
"""
