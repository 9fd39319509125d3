import { Module } from '@nestjs/common';
import { Kafka } from 'kafkajs';
import { Pool } from 'pg';
import { createClient } from 'redis';
import { OrderEvents } from './orderEvents.js';
import { OrderStore } from './orderStore.js';
import { OrdersController } from './orders.controller.js';

@Module({
  controllers: [OrdersController],
  providers: [
    { provide: OrderStore, useFactory: () => new OrderStore(new Pool(), redisClient()) },
    { provide: OrderEvents, useFactory: () => new OrderEvents(kafka().producer()) },
  ],
})
export class OrdersModule {}

function redisClient() {
  return createClient({ url: process.env['REDIS_URL'] ?? 'redis://localhost:6379' });
}

function kafka() {
  return new Kafka({ clientId: 'parcel-desk', brokers: [process.env['KAFKA_BROKER'] ?? 'localhost:9092'] });
}
