"""The same stages on Apache Spark (extra ``kg[spark]``), for more articles than one machine reads: ``kg build --engine spark``.

``source`` makes articles of rows, ``partitions`` does to a partition what the local engine does to an article, ``resolve``
says who is who by joins, and ``build`` is the whole way. The graphs are those of the local engine, byte for byte.
"""
