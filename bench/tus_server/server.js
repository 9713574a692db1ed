// What bench/uploads runs beside ours: @tus/server with its S3 store as its documentation shows it,
// in as many processes as ours has. No sign-in, no hash, no receipt.
import cluster from "node:cluster";
import { S3Store } from "@tus/s3-store";
import { Server } from "@tus/server";

const { PORT, PROCESSES, S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY, S3_SECRET_KEY } = process.env;

if (cluster.isPrimary) {
  for (let number = 0; number < Number(PROCESSES); number += 1) cluster.fork();
} else {
  const datastore = new S3Store({
    partSize: 8 * 1024 * 1024,
    s3ClientConfig: {
      bucket: S3_BUCKET,
      region: "us-east-1",
      endpoint: S3_ENDPOINT,
      forcePathStyle: true,
      credentials: { accessKeyId: S3_ACCESS_KEY, secretAccessKey: S3_SECRET_KEY },
    },
  });
  const server = new Server({ path: "/files", datastore });
  server.listen({ host: "127.0.0.1", port: Number(PORT) });
}
