<!-- Resources of a list invented for the tests. -->
