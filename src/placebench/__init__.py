"""placebench"""
