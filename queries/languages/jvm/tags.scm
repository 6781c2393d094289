; The languages of the Java machine share what their programs show, not their grammars.
