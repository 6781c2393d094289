package org.example.lantern;

/** A light that tells boats where the harbor is. */
public class Lantern {
    private static final int TICK_TIME = 3000;

    public static void main(String[] args) throws InterruptedException {
        while (true) {
            Thread.sleep(TICK_TIME);
        }
    }
}
