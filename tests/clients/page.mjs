// In a browser: gives the test's data to a scenario.
import { run } from "/clients/scenarios.mjs";

window.runScenario = async (kind, options) => {
  const data = await (await fetch("/clients/data")).blob();
  return run(window.tus, kind, data, options);
};
