# syntax=docker/dockerfile:1
# Pin the base by digest in production: --build-arg NODE_IMAGE=node:26-slim@sha256:…
ARG NODE_IMAGE=node:26-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY bot/matrix/replacements ./bot/matrix/replacements
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM ${NODE_IMAGE} AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY bot/matrix/replacements ./bot/matrix/replacements
RUN npm ci --omit=dev --ignore-scripts

FROM ${NODE_IMAGE}
ENV NODE_ENV=production
WORKDIR /app
COPY package.json ./
COPY --from=dependencies /app/node_modules ./node_modules
# matrix-bot-sdk loads these through links of node_modules; Node runs their TypeScript directly.
COPY --from=dependencies /app/bot/matrix/replacements ./bot/matrix/replacements
COPY --from=build /app/dist ./dist
USER node
VOLUME /data
CMD ["node", "dist/bot/main.js", "--config", "/config/config.yaml"]
