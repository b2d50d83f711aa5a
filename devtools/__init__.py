"""The commands of dev.py; standard library only, except what runs inside .venv."""
