# docker build --build-arg VERSION=0.2.0 --build-arg REVISION=$(git rev-parse --short HEAD) -t program-route . (docs/run.md)
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY scripts ./scripts
COPY src ./src
COPY rules ./rules
# The bot logs the revision that it was built from.
ARG REVISION=
RUN REVISION="$REVISION" npm run build && npm prune --omit=dev --ignore-scripts
# The image has glibc, so it does not need SQLite for musl. It does not need types and source maps either.
RUN rm -rf node_modules/@libsql/*-musl \
  && find node_modules \( -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -name '*.map' \) -type f -delete

FROM node:24-bookworm-slim
ARG VERSION=unknown
ARG REVISION=
LABEL org.opencontainers.image.title="Program Route" \
  org.opencontainers.image.description="A Slack bot that answers who handles a lead, an account, a renewal, or a support case" \
  org.opencontainers.image.licenses="MIT" \
  org.opencontainers.image.version="$VERSION" \
  org.opencontainers.image.revision="$REVISION"
ENV NODE_ENV=production MODEL_CACHE_DIR=data/models
WORKDIR /app
COPY package.json LICENSE ./
COPY scripts ./scripts
COPY rules ./rules
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
RUN mkdir data && chown node:node data
USER node
VOLUME /app/data
EXPOSE 3000
HEALTHCHECK --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/readyz?except=store').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/app.js"]
