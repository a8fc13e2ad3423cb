// Articles that were read open without a network; the page itself does not wait for this.
export function startWorker() {
  const manifest = document.querySelector('link[rel="manifest"]');
  if (!manifest || !("serviceWorker" in navigator)) return;
  addEventListener("load", () => {
    navigator.serviceWorker.register(new URL("../worker.js", manifest.href)).catch(() => {});
  });
}
