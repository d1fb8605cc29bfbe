# Whether what start.pl needs is installed on this machine; with the argument saml, also what a SAML identity provider needs.
# System packages are their owner's affair: nothing is installed here.
# LLNG_LIBRARIES, a folder, is looked through in place of the folders of this Perl.
use strict;
use warnings;

my %packages = (
    'Lemonldap::NG::Portal::Main' => 'liblemonldap-ng-portal-perl',
    'String::Random'              => 'libstring-random-perl',
    'IO::String'                  => 'libio-string-perl',
    'Twiggy::Server'              => 'twiggy',
    'DBD::SQLite'                 => 'libdbd-sqlite3-perl',
);
%packages = (
    %packages,
    'Lasso'                  => 'liblasso-perl',
    'XML::Simple'            => 'libxml-simple-perl',
    'IO::Socket::SSL::Utils' => 'libio-socket-ssl-perl',
) if grep { $_ eq 'saml' } @ARGV;
my @folders = $ENV{LLNG_LIBRARIES} || @INC;
my @missing = grep { !installed($_) } sort keys %packages;
exit 0 unless @missing;

die "Not installed here: @missing. Run, as root: apt-get install --no-install-recommends "
    . join(' ', map { $packages{$_} } @missing) . "\n";

# Looked for and not loaded, because loading takes seconds.
sub installed {
    my $file = shift =~ s{::}{/}gr . '.pm';
    return grep { -e "$_/$file" } @folders;
}
