/** Where a page finds its worker. */
export const shellWorkerPath = "/i/worker.js";

/** Keeps every page of the site, the files that it needs and what it asks for, and hands them out where the network does not. */
export const shellWorker = `
  addEventListener("install", () => skipWaiting());
  addEventListener("activate", (event) => event.waitUntil(clients.claim()));
  addEventListener("fetch", (event) => {
    const { request } = event;
    if (request.method !== "GET") return;
    event.respondWith(
      fetch(request)
        .then(async (answer) => {
          await (await caches.open("shell")).put(request, answer.clone());
          return answer;
        })
        .catch(async (error) => {
          const kept = await caches.match(request, { ignoreVary: true });
          if (!kept) throw error;
          return kept;
        }),
    );
  });`;
