# Takes the messages of a Maildir's `cur` into a new public-inbox (V2, full index) below a directory,
# in the order of their numbers: perl public-inbox-import.pl MAILDIR INBOX
use strict;
use warnings;
use PublicInbox::Eml;
use PublicInbox::InboxWritable;

my ($maildir, $inbox) = @ARGV;
my $writable = PublicInbox::InboxWritable->new(
  { inboxdir => $inbox, name => 'bench', version => 2, indexlevel => 'full',
    address => ['bench@example.org'], -primary_address => 'bench@example.org' },
  { nproc => 1 });
$writable->init_inbox(1);
my $import = $writable->importer(1);
opendir my $names, "$maildir/cur" or die "$maildir: $!";
for my $name (sort { $a <=> $b } map { /^([0-9]+)\./ ? $1 : () } readdir $names) {
  open my $file, '<', "$maildir/cur/$name.bench:2,S" or die "$name: $!";
  my $bytes = do { local $/; <$file> };
  $import->add(PublicInbox::Eml->new(\$bytes));
}
$import->done;
