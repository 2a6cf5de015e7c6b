<!-- Resources of a list invented for the tests. -->
<SPAMMODE>
<TEXTENCODE>
utf-8; MHonArc::UTF8::to_utf8; MHonArc/UTF8.pm
</TEXTENCODE>
<CHARSETCONVERTERS override>
default; mhonarc::htmlize
</CHARSETCONVERTERS>
