// Loaded into the server: when the start script is gone without having said goodbye (kill -9), the server ends itself.
const parent = Number(process.env.POSTOLETTO_START_PID);

if (process.ppid === parent) {
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(1), 5_000).unref();
  }, 500);
  watch.unref();
}
