# Builds the program and puts it alone into a small image:
#
#   docker build -t duibiao . && docker run -p 8080:8080 -v duibiao:/data duibiao
FROM rust:1.95-slim-trixie AS build
RUN apt-get update && apt-get install -y --no-install-recommends build-essential && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN cargo build --release --locked --bin duibiao

FROM debian:trixie-slim
# poppler reads documents in PDF; certificates are for crawling.
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates poppler-utils \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /data --create-home duibiao && chmod 700 /data
COPY --from=build /source/target/release/duibiao /usr/local/bin/duibiao
COPY duibiao.example.toml LICENSE /usr/local/share/duibiao/
USER 10001
VOLUME /data
ENV DUIBIAO_DATA_DIR=/data DUIBIAO_LISTEN=0.0.0.0:8080 DUIBIAO_LOG_FORMAT=json
EXPOSE 8080
# A stop is SIGTERM: requests under way are finished, a crawl ends with its page.
STOPSIGNAL SIGTERM
ENTRYPOINT ["duibiao"]
CMD ["serve"]
