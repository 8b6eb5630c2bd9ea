/**
 * Reads the browser's own record of an X page: when it was loaded, and when which of its requests have ended. Runs in the
 * extension's own world on the page, where the page's scripts cannot reach it, and is sent there as text, so it stands
 * alone.
 *
 * @returns plain JSON: times in milliseconds since 1970, by the page's own clock, and HTTP status; part of `PageEvidence`
 */
export function gatherRecord(): unknown {
  const enough = 5000;
  // A full record takes nothing in any more: what the page saves after that would never be seen to end.
  performance.setResourceTimingBufferSize(enough);

  const at = (time: number) => Math.round(performance.timeOrigin + time);
  const endOf = (request: PerformanceResourceTiming | undefined) => (request ? at(request.responseEnd) : null);
  const isGood = ({ responseStatus }: PerformanceResourceTiming) => responseStatus >= 200 && responseStatus <= 299;
  const requests = performance.getEntriesByType("resource") as PerformanceResourceTiming[];

  /** The page's finished requests for something, loads and saves, oldest first. */
  const finished = (path: string) =>
    requests.filter(({ name, responseEnd }) => {
      const [address = ""] = name.split(/[?#]/);
      const hosts = ["https://api.x.com/1.1/", "https://x.com/i/api/1.1/"];
      return responseEnd > 0 && hosts.some((host) => address === host + path);
    });

  const settings = finished("account/settings.json");
  const last = settings.at(-1);
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const arrival = settings.find(isGood);
  // Chromium tells of a page that a worker was asked for it, and that nothing came over the network. Whoever keeps the page
  // may keep its answers as well, and of those at another host no browser tells where they came from.
  const isPageKept = navigation?.transferSize === 0 && navigation.workerStart > 0 && navigation.responseEnd > 0;
  // Firefox tells of what a worker has handed out no size, and no time that it took.
  const isHandedOut = arrival?.decodedBodySize === 0 && arrival.responseEnd === arrival.fetchStart;
  return {
    status: navigation?.responseStatus ?? 0,
    loadedAt: at(0),
    // The first good one is the load; later ones may be changes.
    isKept: isPageKept || isHandedOut,
    settingsArrivedAt: endOf(arrival),
    settingsStatus: last?.responseStatus ?? null,
    lastAnswerAt: endOf(last),
    devicesArrivedAt: endOf(finished("users/email_phone_info.json").find(isGood)),
  };
}
