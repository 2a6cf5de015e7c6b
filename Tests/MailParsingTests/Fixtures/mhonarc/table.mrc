<!-- Resources of a list invented for the tests. -->
<FIELDORDER>
from
subject
date
to
-extra-
</FIELDORDER>
<FIELDSBEG>
<table class="header">
</FIELDSBEG>
<LABELBEG>
<tr><th>
</LABELBEG>
<LABELEND>
</th>
</LABELEND>
<FLDBEG>
<td>
</FLDBEG>
<FLDEND>
</td></tr>
</FLDEND>
<FIELDSEND>
</table>
</FIELDSEND>
<MIMEARGS>
m2h_text_plain::filter; quote maxwidth=80 fancyquote
m2h_external::filter; usename frame
</MIMEARGS>
<MSGPGBEG>
<!DOCTYPE html>
<html><head><title>$SUBJECTNA$ - pumps</title></head><body>
<div id="content">
</MSGPGBEG>
<TOPLINKS>
<ul><li>$BUTTON(PREV)$</li><li>$BUTTON(NEXT)$</li></ul>
</TOPLINKS>
