<!-- Resources of a list invented for the tests. -->
<FIELDSBEG>
<dl>
</FIELDSBEG>
<LABELBEG>
<dt>
</LABELBEG>
<LABELEND>
</dt>
</LABELEND>
<FLDBEG>
<dd>
</FLDBEG>
<FLDEND>
</dd>
</FLDEND>
<FIELDSEND>
</dl>
</FIELDSEND>
<LABELSTYLES>
-default-:strong
</LABELSTYLES>
<ICONS>
application/octet-stream;icons/binary.png
image/*;icons/image.png
</ICONS>
<MIMEARGS>
m2h_external::filter; useicon usename
</MIMEARGS>
<SUBJECTHEADER>

</SUBJECTHEADER>
