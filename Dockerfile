# kmsi with its browsers and its clock. See docs/containers.md.
#   docker build -t kmsi .
#   docker run --rm -v "$PWD/reports:/kmsi/reports" kmsi run --only 'sign-out/*'

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
# The folder comes without git, so the version is told: --build-arg VERSION=1.2.3.
ARG VERSION=
RUN dotnet publish src/KmsiConformance.Cli -c Release -o /out ${VERSION:+-p:Version=$VERSION} \
    && chmod -R a+rX /out

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS dotnet

# Debian has both browsers as packages. tcc compiles the clock, seventy lines of C, when a run begins.
FROM debian:trixie-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        ca-certificates chromium chromium-headless-shell firefox-esr fonts-liberation libc6-dev openssl tcc tini \
    && rm -rf /var/lib/apt/lists/*
COPY --from=dotnet /usr/share/dotnet /usr/share/dotnet
COPY --from=build /out /opt/kmsi
RUN ln -s /usr/share/dotnet/dotnet /usr/local/bin/dotnet \
    && ln -s /opt/kmsi/kmsi /usr/local/bin/kmsi \
    && groupadd --gid 10001 kmsi \
    && useradd --uid 10001 --gid 10001 --create-home kmsi \
    && install -d -o 10001 -g 10001 /kmsi /kmsi/reports
ENV DOTNET_ROOT=/usr/share/dotnet
# A number, so that Kubernetes can see that it is not root.
USER 10001:10001
WORKDIR /kmsi
VOLUME /kmsi/reports
# Browsers leave processes behind; tini is there for them, and hands on signals.
ENTRYPOINT ["/usr/bin/tini", "--", "/usr/local/bin/kmsi"]
CMD ["run", "--no-install"]
