# LemonLDAP::NG of Debian as an OpenID provider, or as a SAML identity provider: a portal with two apps, accounts in a database
# of its own, and the box of its plugin StayConnected. Everything that differs from one instance to the next comes from the
# environment; see scenarios/targets/lemonldap-ng.yaml and lemonldap-ng-saml.yaml. All that is not set here is as the package
# has it.
use strict;
use warnings;

use Crypt::OpenSSL::RSA;
use DBI;
use File::Temp;
use HTTP::Date qw(time2str);
use JSON qw(from_json);
use Plack::Builder;
use Twiggy::Server;

my $port      = $ENV{PORT};
my $host      = 'auth.localhost';
my $portal    = "http://$host:$port/";
my $apps      = from_json($ENV{APPS} || '[]');
my $saml_apps = from_json($ENV{SAML_APPS} || '[]');
my $passwords = from_json($ENV{PASSWORDS});

# Everything that this instance writes. It goes with this process, which does nothing but wait for the server: in that one the
# jail in which the portal evaluates rules disables whatever handles signals.
my $folder = File::Temp->newdir('kmsi-lemonldap-ng-XXXXXX', TMPDIR => 1);
if (my $server = fork // die "fork: $!") {
    $SIG{TERM} = $SIG{INT} = sub { kill KILL => $server };
    waitpid $server, 0;
    exit $? >> 8;
}

mkdir "$folder/$_" or die "$folder/$_: $!" for qw(sessions sessions-lock persistent persistent-lock cache);
keep("$folder/lemonldap-ng.ini", "[all]\n[configuration]\ntype = File\n");
$ENV{LLNG_DEFAULTCONFFILE} = "$folder/lemonldap-ng.ini";
accounts("$folder/accounts.db");

# Read late: at loading it asks for the file above.
require Lemonldap::NG::Portal::Main;

my $portal_app = Lemonldap::NG::Portal::Main->run(settings());
my $served     = builder {
    enable sub {
        my $app = shift;

        # Twiggy sends no date, and does not say that it closes the connection after each answer.
        sub {
            Plack::Util::response_cb($app->(@_), sub {
                push @{ $_[0][1] }, Date => time2str(), Connection => 'close';
                return;
            });
        }
    };
    enable 'Static', path => sub {s{^/static/}{}},     root => '/usr/share/lemonldap-ng/portal/htdocs/static';
    enable 'Static', path => sub {s{^/javascript/}{}}, root => '/usr/share/javascript';
    $portal_app;
};

# One process that waits for nobody: a browser opens connections that it does not use, and a second process would believe
# its own memory of a session for 15 seconds after the first has ended it.
Twiggy::Server->new(host => '127.0.0.1', port => $port)->run($served);

sub keep {
    my ($path, $text) = @_;
    open my $file, '>', $path or die "$path: $!";
    print {$file} $text;
    close $file or die "$path: $!";
}

sub accounts {
    my $database = DBI->connect("dbi:SQLite:dbname=$_[0]", '', '', { RaiseError => 1 });
    $database->do('CREATE TABLE accounts (uid TEXT PRIMARY KEY, password TEXT)');
    $database->do('INSERT INTO accounts VALUES (?, ?)', undef, $_, $passwords->{$_}) for keys %$passwords;
    $database->disconnect;
}

sub storage {
    my $name = shift;
    return { Directory => "$folder/$name", LockDirectory => "$folder/$name-lock" };
}

sub settings {
    return {
        @$apps      ? openid_connect() : (),
        @$saml_apps ? saml()           : (),
        configStorage => { type => 'Local' },
        logLevel      => 'warn',
        portal        => $portal,
        domain        => $host,
        templateDir   => '/usr/share/lemonldap-ng/portal/templates',
        staticPrefix  => '/static',
        languages     => 'en',

        authentication     => 'DBI',
        userDB             => 'Same',
        passwordDB         => 'Null',
        dbiAuthChain       => "dbi:SQLite:dbname=$folder/accounts.db",
        dbiAuthTable       => 'accounts',
        dbiAuthLoginCol    => 'uid',
        dbiAuthPasswordCol => 'password',
        dbiAuthPasswordHash => '',
        dbiExportedVars    => { uid => 'uid' },
        whatToTrace        => 'uid',

        globalStorage              => 'Apache::Session::File',
        globalStorageOptions       => storage('sessions'),
        persistentStorage          => 'Apache::Session::File',
        persistentStorageOptions   => storage('persistent'),
        localSessionStorage        => 'Cache::FileCache',
        localSessionStorageOptions => { namespace => 'sessions', cache_root => "$folder/cache", default_expires_in => 600 },

        # The empty plugin in place of the captcha, which nothing asks for and which needs ImageMagick at the start.
        captcha => '::Main::Plugin',

        locationRules => { $host => { default => 'accept' } },
        lifetimes(),
    };
}

# As the package comes, and with its box; or where IDLE says so, without one and as its owner may set it: a session that nobody
# uses for so many seconds ends, and after TIMEOUT seconds every session does.
sub lifetimes {
    return stayConnected => 1 if !$ENV{IDLE};
    return stayConnected => 0, timeout => $ENV{TIMEOUT}, timeoutActivity => $ENV{IDLE}, timeoutActivityInterval => 60;
}

sub openid_connect {
    my $key = Crypt::OpenSSL::RSA->generate_key(2048);
    return (
        issuerDBOpenIDConnectActivation => 1,
        oidcServicePrivateKeySig        => $key->get_private_key_string,
        oidcServicePublicKeySig         => $key->get_public_key_x509_string,
        oidcServiceKeyIdSig             => 'made-at-start',
        oidcRPMetaDataOptions           => { map { $_->{id} => app($_) } @$apps },
        oidcRPMetaDataExportedVars      => { map { $_->{id} => {} } @$apps },
    );
}

sub app {
    my $app = shift;
    return {
        oidcRPMetaDataOptionsClientID               => $app->{id},
        oidcRPMetaDataOptionsClientSecret           => $app->{secret},
        oidcRPMetaDataOptionsRedirectUris           => "$app->{origin}/signin-oidc",
        oidcRPMetaDataOptionsPostLogoutRedirectUris => "$app->{origin}/signed-out",
        oidcRPMetaDataOptionsLogoutUrl              => "$app->{origin}/front-channel-logout",
        oidcRPMetaDataOptionsLogoutType             => 'front',
        oidcRPMetaDataOptionsLogoutSessionRequired  => 1,
        oidcRPMetaDataOptionsIDTokenSignAlg         => 'RS256',
        oidcRPMetaDataOptionsUserIDAttr             => 'uid',

        # The owner's own apps: nobody is asked whether they may be signed in to.
        oidcRPMetaDataOptionsBypassConsent => 1,
    };
}

# Valid for as long as scenarios move the clock.
sub saml {
    require IO::Socket::SSL::Utils;
    my ($certificate, $key) = IO::Socket::SSL::Utils::CERT_create(
        subject => { commonName => $host }, not_before => time - 86_400, not_after => time + 10 * 365 * 86_400, CA => 1);
    return (
        issuerDBSAMLActivation => 1,

        # The package writes SameSite=None for SAML, and browsers take such a cookie only if it is Secure.
        securedCookie => 1,

        samlServicePrivateKeySig => IO::Socket::SSL::Utils::PEM_key2string($key),
        samlServicePublicKeySig  => IO::Socket::SSL::Utils::PEM_cert2string($certificate),
        samlSPMetaDataXML                => { map { $_->{name} => { samlSPMetaDataXML => saml_metadata($_) } } @$saml_apps },
        samlSPMetaDataExportedAttributes => { map { $_->{name} => {} } @$saml_apps },
        samlSPMetaDataOptions            => { map { $_->{name} => saml_options() } @$saml_apps },
    );
}

# What the package's manager has for a service provider that nobody changed.
sub saml_options {
    return {
        samlSPMetaDataOptionsCheckSSOMessageSignature => 1,
        samlSPMetaDataOptionsCheckSLOMessageSignature => 1,
        samlSPMetaDataOptionsSignSSOMessage           => -1,
        samlSPMetaDataOptionsSignSLOMessage           => -1,
        samlSPMetaDataOptionsEncryptionMode           => 'none',
        samlSPMetaDataOptionsNotOnOrAfterTimeout      => 72_000,
        samlSPMetaDataOptionsSessionNotOnOrAfterTimeout => 72_000,
    };
}

sub saml_metadata {
    my $app   = shift;
    my $names = 'urn:oasis:names:tc:SAML:2.0';
    return <<"XML";
<md:EntityDescriptor xmlns:md="$names:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="$app->{id}">
  <md:SPSSODescriptor protocolSupportEnumeration="$names:protocol" AuthnRequestsSigned="true" WantAssertionsSigned="true">
    <md:KeyDescriptor use="signing">
      <ds:KeyInfo><ds:X509Data><ds:X509Certificate>$app->{certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>
    </md:KeyDescriptor>
    <md:SingleLogoutService Binding="$names:bindings:HTTP-Redirect" Location="$app->{origin}/saml/slo"/>
    <md:AssertionConsumerService Binding="$names:bindings:HTTP-POST" Location="$app->{origin}/saml/acs" index="0" isDefault="true"/>
  </md:SPSSODescriptor>
</md:EntityDescriptor>
XML
}
